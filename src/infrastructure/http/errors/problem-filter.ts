import { type ArgumentsHost, Catch, type ExceptionFilter, Inject } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Logger } from 'pino';
import { LOGGER } from '../../logging/logger';
import { problemOf } from './problem-of';

/** Turns every error into problem+json; what is our fault is logged with the request id that the client also sees. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const { problem, headers } = problemOf(error);
    request.problemCode = problem.code;
    if (problem.status >= 500) this.logger.error({ requestId: request.id, err: error }, problem.code);
    if (reply.sent) {
      // The client has a part of the answer already: only a broken connection tells it that the rest is missing.
      reply.raw.destroy();
      return;
    }
    void reply.status(problem.status).headers(headers).type('application/problem+json').send(problem);
  }
}
