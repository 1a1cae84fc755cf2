import { categoryOf, streams } from '../../../domain/shared/streams';

/** The categories of all streams that the product writes: the filter by which the server finds our events among all of its own. */
export const CATEGORIES: readonly string[] = Object.values(streams).map((name) => categoryOf(name('', '')));
