import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type FastifyRequest } from 'fastify';
import { problem } from '../errors/problem';
import { accessOf } from './access';
import { type Role, ROLES_OF_ADDRESS } from './roles';

/** Runs after authentication: the role of the key must be one that the address names. An address that names none is closed. */
@Injectable()
export class RolesGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (request.routeOptions.config.open === true) return true;
    const roles = this.reflector.getAllAndOverride<readonly Role[] | undefined>(ROLES_OF_ADDRESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    const { role } = accessOf(request);
    if (roles?.includes(role) === true) return true;
    throw problem('forbidden', `A key of role ${role} may not do that.`);
  }
}
