import { WORK_KINDS, WORK_STATES } from '../../../application/ports/work-table';
import { fields, nullable } from '../../../fields/field';
import { anyObject, id, instant, listOf, oneOf, text, wholeNumber } from '../../../fields/kinds';

/** Answered in place of the end of a command that takes long. */
export class StartedWork extends fields({
  id: id(),
  location: text({ description: 'Where the work can be followed.' }),
}) {}

export class WorkErrorFields extends fields({
  code: text({ description: 'Of the problem that the command would have answered.' }),
  message: text({ max: 2000 }),
}) {}

export class WorkItem extends fields({
  id: id(),
  kind: oneOf(WORK_KINDS),
  state: oneOf(WORK_STATES),
  done: wholeNumber({ min: 0, description: 'Steps that are done.' }),
  of: nullable(wholeNumber({ min: 0, description: 'How many there are; null while nobody knows.' })),
  result: nullable(anyObject<object>({ description: 'What the command would have answered; null until it is done.' })),
  errors: listOf(WorkErrorFields),
  startedBy: text(),
  startedAt: instant(),
  endedAt: nullable(instant()),
}) {}
