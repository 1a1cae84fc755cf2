import { type Position } from '../../../application/ports/event-store';
import { type FieldsClass } from '../../../fields/field';
import { type Format } from '../requests/query-parameters';

export interface AnswerOptions {
  /** Instead of the one that the address declares, for example 202 for 200. */
  readonly status?: number;
  /** Goes into the header `x-position`. */
  readonly position?: Position;
  /** Goes into the header `x-time-zone`: where the day that was asked for ends. */
  readonly timeZone?: string;
  /** The class of the body, where the address has it as a table too, and the format that is asked for. */
  readonly table?: { readonly item: FieldsClass; readonly format: Format | undefined };
}

/** A body with what does not stand in it. Commands need none of it: their body has `position`. */
export class Answer<Body = unknown> {
  constructor(
    readonly body: Body,
    readonly options: AnswerOptions,
  ) {}
}

/** `answered(payment, { position })` for a query, `answered({ paymentId, position }, { status: 202 })` for a command. */
export function answered<Body>(body: Body, options: AnswerOptions): Answer<Body> {
  return new Answer(body, options);
}
