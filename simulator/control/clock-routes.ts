import { isLocalDate } from '../calendar/local-date';
import { isWorkingDay } from '../calendar/working-days';
import { type Fields } from '../http/fields';
import { advance, type Step } from '../processing/advance';
import { type World } from '../state/world';
import { type ControlRoute, fields, ok } from './control-context';

function readClock({ clock, calendar }: World) {
  const today = clock.today();
  return { now: new Date(clock.now()).toISOString(), today, workingDay: isWorkingDay(today, calendar) };
}

function readStep(content: Fields, now: number): Step | undefined {
  const at = content.optionalText('at');
  if (at !== null && !/^([01]\d|2[0-3]):[0-5]\d$/.test(at)) content.fault('at', 'must be a time of day, HH:MM');
  const target = content.optionalText('advanceTo');
  if (target !== null) {
    const to = Date.parse(target);
    if (Number.isNaN(to)) content.fault('advanceTo', 'must be an ISO time');
    else if (to < now) content.fault('advanceTo', 'must not be in the past: the clock never goes back');
    else return { to };
  }
  const days = content.optionalInteger('advanceDays', { min: 0 });
  if (days !== null) return { days, at };
  const workingDays = content.optionalInteger('advanceWorkingDays', { min: 0 });
  if (workingDays !== null) return { workingDays, at };
  content.fault('advanceTo', 'or advanceDays or advanceWorkingDays must be given');
  return undefined;
}

const readHolidays = ({ calendar }: World) => ({ holidays: [...calendar.holidays].sort() });

export const clockRoutes: readonly ControlRoute[] = [
  { method: 'GET', path: '/control/clock', handle: ({ world }) => ok(readClock(world)) },
  {
    method: 'POST',
    path: '/control/clock',
    handle: (context) => {
      const content = fields(context);
      const step = readStep(content, context.world.clock.now());
      content.check();
      if (step !== undefined) advance(context.world, step);
      context.webhooks.wake();
      return ok(readClock(context.world));
    },
  },
  { method: 'GET', path: '/control/holidays', handle: ({ world }) => ok(readHolidays(world)) },
  {
    method: 'POST',
    path: '/control/holidays',
    handle: (context) => {
      const content = fields(context);
      const holidays = content.optionalTexts('holidays') ?? [];
      if (!holidays.every(isLocalDate)) content.fault('holidays', 'must be dates, YYYY-MM-DD');
      content.check();
      context.world.calendar.holidays.clear();
      for (const day of holidays) context.world.calendar.holidays.add(day);
      return ok(readHolidays(context.world));
    },
  },
];
