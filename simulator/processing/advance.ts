import { addDays, instantAt } from '../calendar/local-date';
import { addWorkingDays } from '../calendar/working-days';
import { HOURS } from '../schemes/scheme-facts';
import { type World } from '../state/world';
import { runTask } from './run-task';

export type Step =
  | { readonly to: number }
  | { readonly days: number; readonly at: string | null }
  | { readonly workingDays: number; readonly at: string | null };

/** Moves the clock and does on the way, in order, all that falls due. */
export function advance(world: World, step: Step): void {
  const target = targetOf(world, step);
  for (let due = world.agenda.takeDue(target); due !== undefined; due = world.agenda.takeDue(target)) {
    world.clock.moveTo(due.at);
    runTask(world, due.at, due.item);
  }
  world.clock.moveTo(target);
}

function targetOf(world: World, step: Step): number {
  if ('to' in step) return step.to;
  const today = world.clock.today();
  const date = 'days' in step ? addDays(today, step.days) : addWorkingDays(today, step.workingDays, world.calendar);
  return instantAt(date, step.at ?? HOURS.landing);
}
