import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ChosenConnection } from '../../../application/connections/chosen-connection';
import { type Suggestion, suggestionKey, Suggestions } from '../../../application/mandates/suggestions';
import { Access, Caller } from '../access/access';
import { MAY, Roles } from '../access/roles';
import { ListOf } from '../answers/describe-address';
import { type Listed, listed, type ListPage } from '../answers/listed';
import { invalid } from '../errors/problem';
import { ListQuery } from '../requests/query-parameters';
import { SuggestionFilters, SuggestionItem } from './suggestion-fields';

@ApiTags('Mandates')
@Controller('api/mandates/suggestions')
export class SuggestionsController {
  constructor(
    private readonly chosenConnection: ChosenConnection,
    private readonly suggestions: Suggestions,
  ) {}

  /** Who at GoCardless looks like whom here, and who has nobody. GoCardless is asked, so there is no `asOf`. */
  @Get()
  @Roles(...MAY.lookUpAtGoCardless)
  @ListOf(SuggestionItem, { filters: SuggestionFilters })
  list(
    @ListQuery() query: ListQuery<SuggestionFilters>,
    @Caller() access: Access,
  ): Listed<SuggestionItem, SuggestionFilters> {
    if (query.asOf !== undefined) {
      throw invalid([
        { field: 'asOf', code: 'not_known_here', message: 'is not known here: GoCardless says how it is now' },
      ]);
    }
    return listed(query, (page) => this.page(page, access));
  }

  private async page(
    { connectionId, cursor, limit, filters }: ListQuery<SuggestionFilters>,
    access: Access,
  ): Promise<ListPage<Suggestion>> {
    const connections = await this.chosenConnection.allOf(access.connectionsFor(connectionId));
    const all: Suggestion[] = [];
    for (const one of connections) all.push(...(await this.suggestions.of(one.connectionId, cursor !== undefined)));
    const wanted = all
      .filter((suggestion) => fits(suggestion, filters))
      .map((suggestion) => ({ suggestion, key: suggestionKey(suggestion) }))
      .filter(({ key }) => cursor === undefined || key > cursor)
      .sort((a, b) => (a.key < b.key ? -1 : 1));
    const page = wanted.slice(0, limit);
    return {
      items: page.map(({ suggestion }) => suggestion),
      next: wanted.length > limit ? (page.at(-1)?.key ?? null) : null,
      position: null,
    };
  }
}

function fits(suggestion: Suggestion, { reason, customerId, mandateId }: SuggestionFilters): boolean {
  return (
    (reason === undefined || suggestion.reason === reason) &&
    (customerId === undefined || suggestion.customerId === customerId) &&
    (mandateId === undefined || suggestion.mandateId === mandateId)
  );
}
