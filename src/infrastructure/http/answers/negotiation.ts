import { Reflector } from '@nestjs/core';
import { problem, type ProblemError } from '../errors/problem';

const JSON_TYPE = 'application/json';
/** Under this name `@ApiProduces` keeps the media types of an address. */
const PRODUCES = 'swagger/apiProduces';

/** The media types of a method: those that its documentation names, else JSON. */
export function producedBy(reflector: Reflector, method: Parameters<Reflector['get']>[1]): readonly string[] {
  return reflector.get<readonly string[] | undefined>(PRODUCES, method) ?? [JSON_TYPE];
}

/**
 * Which of these media types is wanted: the first one that `Accept` names, else the first of all when it takes anything. Throws 406 for one
 * that takes none of them; what is wrong with a request is said as JSON whatever it accepts.
 */
export function negotiated(accept: string | undefined, produced: readonly string[]): string {
  const asked = accept === undefined || accept.trim() === '' ? '*/*' : accept;
  const ranges = asked
    .split(',')
    .map(rangeOf)
    .filter(({ quality }) => quality > 0);
  const named = ranges.find(({ type }) => produced.includes(type));
  const open =
    ranges.length === 0 ? undefined : produced.find((type) => ranges.some((range) => covers(range.type, type)));
  const found = named?.type ?? open;
  if (found === undefined) throw notAcceptable(produced);
  return found;
}

function rangeOf(text: string): { readonly type: string; readonly quality: number } {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
  return { type, quality: Number(quality) };
}

function covers(range: string, type: string): boolean {
  return range === '*/*' || range === type || (range.endsWith('/*') && type.startsWith(range.slice(0, -1)));
}

function notAcceptable(produced: readonly string[]): ProblemError {
  return problem('not_acceptable', `This address answers ${produced.join(', ')}.`);
}
