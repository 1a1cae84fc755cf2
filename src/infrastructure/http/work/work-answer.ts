import { type WorkGoesOn } from '../../../application/work/works';
import { type Answer, answered } from '../answers/answer';
import { type StartedWork } from './work-fields';

/** 202 with where the work can be followed. */
export function startedWork({ workId }: WorkGoesOn): Answer<StartedWork> {
  return answered({ id: workId, location: `/api/work/${workId}` }, { status: 202 });
}
