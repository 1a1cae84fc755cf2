import { FastifyAdapter } from '@nestjs/platform-fastify';
import { type OpenAPIObject } from '@nestjs/swagger';
import { Test } from '@nestjs/testing';
import { createDocument } from '../../src/infrastructure/http/docs/documentation';
import { HTTP_CONTROLLERS } from '../../src/infrastructure/http/http.module';

/** The service's own description of its addresses, from its controllers alone: nothing that they need is started. */
export async function openApiDocument(): Promise<OpenAPIObject> {
  const module = await Test.createTestingModule({ controllers: [...HTTP_CONTROLLERS] })
    .useMocker(() => ({}))
    .compile();
  return createDocument(module.createNestApplication(new FastifyAdapter(), { logger: false }));
}
