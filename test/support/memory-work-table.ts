import { type NewWork, type Work, type WorkEnd, type WorkTable } from '../../src/application/ports/work-table';

/** Work in memory. Who is at it is said by the test: `abandon` is a process that dies. */
export class MemoryWorkTable implements WorkTable {
  readonly rows = new Map<string, { work: Work; readonly context: object; readonly rest: object; alone: boolean }>();

  begin(work: NewWork, context: object, rest: object): Promise<boolean> {
    if (this.rows.has(work.id)) return Promise.resolve(false);
    const begun: Work = { ...work, state: 'running', done: 0, result: null, errors: [], endedAt: null };
    this.rows.set(work.id, { work: begun, context, rest, alone: false });
    return Promise.resolve(true);
  }

  alive(id: string, done: number): Promise<void> {
    return this.change(id, (work) => ({ ...work, done }));
  }

  letGo(id: string): Promise<void> {
    this.abandon(id);
    return Promise.resolve();
  }

  end(id: string, end: WorkEnd, endedAt: string): Promise<void> {
    return this.change(id, (work) => ({ ...work, ...end, endedAt }));
  }

  forget(id: string): Promise<void> {
    this.rows.delete(id);
    return Promise.resolve();
  }

  takeOver(): Promise<{ work: Work; context: object; rest: object } | null> {
    const found = [...this.rows.values()].find(({ work, alone }) => alone && work.state === 'running');
    if (found === undefined) return Promise.resolve(null);
    found.alone = false;
    return Promise.resolve(found);
  }

  find(id: string): Promise<Work | null> {
    return Promise.resolve(this.rows.get(id)?.work ?? null);
  }

  list(): Promise<readonly Work[]> {
    return Promise.resolve([...this.rows.values()].map(({ work }) => work));
  }

  abandon(id: string): void {
    const row = this.rows.get(id);
    if (row !== undefined) row.alone = true;
  }

  private change(id: string, change: (work: Work) => Work): Promise<void> {
    const row = this.rows.get(id);
    if (row?.work.state === 'running') row.work = change(row.work);
    return Promise.resolve();
  }
}
