import { type GetPath } from './addresses';
import { momentOf, type Viewpoint } from './moment';

/** A link to an address, from the viewpoint of the frame, for what the browser fetches itself: files. */
export function hrefOf(
  path: GetPath,
  query: Readonly<Record<string, string | readonly string[]>>,
  viewpoint: Viewpoint,
): string {
  const params = new URLSearchParams();
  const values = Object.entries({ ...query, ...momentOf(path, viewpoint) });
  for (const [name, value] of values) for (const one of [value].flat()) params.append(name, one);
  const text = params.toString();
  return text === '' ? path : `${path}?${text}`;
}
