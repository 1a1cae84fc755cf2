import { fields, nullable } from '../../../fields/field';
import { day, flag, instant, listOf, nested, oneOf, text, wholeNumber } from '../../../fields/kinds';

export class PassTimeBody extends fields({
  days: wholeNumber({ min: 1, max: 31 }),
}) {}

export class PassedTime extends fields({ now: instant() }) {}

export class BegunMonth extends fields({ days: wholeNumber() }) {}

export class MonthLine extends fields({ date: day(), text: text({ max: 1_000 }) }) {}

export class MonthFields extends fields({
  state: oneOf(['none', 'playing', 'played', 'failed']),
  day: wholeNumber({ description: 'The day that is being played, from 0.' }),
  days: wholeNumber(),
  told: listOf(MonthLine),
}) {}

export class SimulatorFields extends fields({
  isThere: flag({ description: 'Whether GoCardless is a simulated one beside this service.' }),
  now: nullable(instant({ description: 'Its clock, by which the service goes; null without it.' })),
  accessToken: nullable(text({ max: 500, description: 'Opens the simulator and nothing else.' })),
  webhookSecret: nullable(text({ max: 500, description: 'With which the simulator signs what it sends here.' })),
  mayPlayMonth: flag({ description: 'There is no customer yet, so that a month of business can be played.' }),
  month: nested(MonthFields),
}) {}
