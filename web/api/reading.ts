import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { type AnswerOf, type GetPath, type ParamsOf } from './addresses';
import { lastChange } from './after';
import { client } from './client';
import { isPast, momentOf, useViewpoint, type Viewpoint } from './moment';
import { type Problem, toProblem } from './problem';

/** An answer with what its headers say. */
interface Answered<Body> {
  readonly body: Body;
  /** How far the read models were. */
  readonly position: string | null;
  /** False: the change that was made here is recorded, and this answer does not show it yet. */
  readonly isCaughtUp: boolean;
}

/** What a screen knows of an address that it reads. */
export interface Reading<Body> {
  /** The last answer, perhaps of the question before (`isStale`). */
  readonly body: Body | undefined;
  readonly position: string | null;
  readonly problem: Problem | null;
  readonly isLoading: boolean;
  /** What is shown belongs to another question or is being asked for again. */
  readonly isStale: boolean;
  readonly isCaughtUp: boolean;
  readonly again: () => void;
}

/** Between two looks whether a list shows a change that is recorded. */
const CATCH_UP_MS = [1_000, 2_000, 4_000];

/** Reads an address from the viewpoint of the frame. What was answered before is shown until the answer is there. */
export function useReading<Path extends GetPath>(
  path: Path,
  params: ParamsOf<Path>,
  { enabled = true }: { readonly enabled?: boolean } = {},
): Reading<AnswerOf<Path>> {
  const viewpoint = useViewpoint();
  const { data, error, isPending, isPlaceholderData, isFetching, refetch } = useQuery({
    ...readingOptions(path, params, viewpoint),
    enabled,
    placeholderData: keepPreviousData,
  });
  return {
    body: data?.body,
    position: data?.position ?? null,
    problem: error === null ? null : toProblem(error),
    isLoading: enabled && isPending,
    isStale: isPlaceholderData || (isFetching && data?.isCaughtUp === false),
    isCaughtUp: data?.isCaughtUp ?? true,
    again: () => void refetch(),
  };
}

/** The question for the cache: address, parameters and viewpoint are its key. What is past does not change. */
export function readingOptions<Path extends GetPath>(path: Path, params: ParamsOf<Path>, viewpoint: Viewpoint) {
  const moment = momentOf(path, viewpoint);
  return queryOptions({
    queryKey: [path, params.path ?? null, params.query ?? null, moment] as const,
    queryFn: ({ signal }) => read(path, params, moment, signal),
    staleTime: isPast(viewpoint) ? Number.POSITIVE_INFINITY : 0,
    refetchInterval: ({ state }) => {
      const tries = state.dataUpdateCount - 1;
      return state.data?.isCaughtUp === false ? (CATCH_UP_MS[tries] ?? 4_000) : false;
    },
  });
}

/** Asks once. Throws a `Problem`. */
export async function read<Path extends GetPath>(
  path: Path,
  params: ParamsOf<Path>,
  moment: Readonly<Record<string, string>>,
  signal?: AbortSignal,
): Promise<Answered<AnswerOf<Path>>> {
  const after = 'asOf' in moment ? undefined : lastChange.position;
  const query = { ...params.query, ...moment, ...(after === undefined ? {} : { after }) };
  // The types of the parameters were checked where they were given; openapi-fetch can not follow a path that is not known yet.
  const init = { params: { path: params.path, query }, signal } as never;
  const { data, response } = await (
    client.GET as (path: Path, init: never) => Promise<{ data?: unknown; response: Response }>
  )(path, init);
  return {
    body: data as AnswerOf<Path>,
    position: response.headers.get('x-position'),
    isCaughtUp: response.headers.get('x-after-reached') !== 'false',
  };
}
