import { type ListPath } from '../../api/addresses';
import { hrefOf } from '../../api/href';
import { useViewpoint } from '../../api/moment';
import { words } from '../../words/en/parts';
import { filterQuery, type ListSearch, valueOf } from '../filters/list-search';
import { buttonClass } from '../forms/Button';
import { Icon } from '../icon/Icon';

/** All that the filter wants, on every page of it, as a workbook. */
export function Spreadsheet({
  path,
  search,
  fixed,
}: {
  readonly path: ListPath;
  readonly search: ListSearch;
  readonly fixed: Readonly<Record<string, string>>;
}) {
  const viewpoint = useViewpoint();
  const sort = valueOf(search, 'sort');
  const order = valueOf(search, 'order') ?? 'desc';
  const query = { ...filterQuery(search), ...fixed, ...(sort === undefined ? {} : { sort }), order, format: 'xlsx' };
  return (
    <a className={buttonClass()} href={hrefOf(path, query, viewpoint)} download>
      <Icon name="sheet" />
      {words.spreadsheet}
    </a>
  );
}
