export const WORK_KINDS = ['scheduler_run', 'balance_import', 'balance_export'] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

export const WORK_STATES = ['running', 'done', 'failed'] as const;
export type WorkState = (typeof WORK_STATES)[number];

export interface WorkError {
  /** Of a refusal, or `unexpected`. */
  readonly code: string;
  readonly message: string;
}

/** Work that somebody has been told of, or will be. It holds no personal data. */
export interface Work {
  readonly id: string;
  readonly kind: WorkKind;
  readonly state: WorkState;
  readonly done: number;
  /** Null while nobody knows. */
  readonly of: number | null;
  /** What the command answered; null until it is done. */
  readonly result: object | null;
  readonly errors: readonly WorkError[];
  /** The connections that it may touch. */
  readonly connectionIds: 'all' | readonly string[];
  readonly startedBy: string;
  readonly startedAt: string;
  readonly endedAt: string | null;
}

/** What is needed to go on with work whose process died. */
export interface OrphanedWork {
  readonly work: Work;
  readonly context: object;
  readonly rest: object;
}

export type NewWork = Pick<Work, 'id' | 'kind' | 'of' | 'connectionIds' | 'startedBy' | 'startedAt'>;

export type WorkEnd =
  | { readonly state: 'done'; readonly result: object }
  | { readonly state: 'failed'; readonly errors: readonly WorkError[] };

/** Long work, so that it can be followed, and gone on with when the process that did it is gone. */
export interface WorkTable {
  /** False when this work is there already. Ended work of long ago, and more than a number of it, is forgotten here. */
  begin(work: NewWork, context: object, rest: object): Promise<boolean>;
  /** Says that somebody is still at it, and how far they are. */
  alive(id: string, done: number): Promise<void>;
  /** Nobody is at it any more, and it did not end its process: it may be gone on with at once, or after a while. */
  letGo(id: string, when: 'at_once' | 'later'): Promise<void>;
  end(id: string, end: WorkEnd, endedAt: string): Promise<void>;
  /** It was answered by itself, and nobody needs to follow it. */
  forget(id: string): Promise<void>;
  /** Takes over work at which nobody is any more; null when there is none. Work that has ended a process again and again fails here. */
  takeOver(at: string): Promise<OrphanedWork | null>;
  find(id: string): Promise<Work | null>;
  /** Oldest first. */
  list(): Promise<readonly Work[]>;
}

export const WORK_TABLE = Symbol('WorkTable');
