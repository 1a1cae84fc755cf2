import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ChosenConnection } from '../../../application/connections/chosen-connection';
import {
  type Suggestion,
  SUGGESTION_REASONS,
  suggestionKey,
  Suggestions,
} from '../../../application/mandates/suggestions';
import { fields, nullable } from '../../../fields/field';
import { id, oneOf, text } from '../../../fields/kinds';
import { type Summary } from '../../../read-models/lists/list';
import { memoryList } from '../../../read-models/lists/memory-list';
import { customersOf } from '../../../read-models/people/people-of';
import { type View } from '../../../read-models/view';
import { Access, Caller } from '../access/access';
import { MAY, Roles } from '../access/roles';
import { type Answer } from '../answers/answer';
import { ListOf, SummaryOf } from '../answers/describe-address';
import { type Listed } from '../answers/listed';
import { AsksGoCardless } from '../answers/operation';
import { invalid } from '../errors/problem';
import { Named } from '../lists/list-controller';
import { ListRequest } from '../requests/query-parameters';
import { Views } from '../views/views';

class SuggestionItem extends fields({
  customerId: nullable(id({ description: 'Null for a mandate that looks like nobody.' })),
  customerName: nullable(text()),
  mandateId: nullable(id({ description: 'Null for a customer without a usable mandate, and without one that fits.' })),
  reason: oneOf(SUGGESTION_REASONS),
}) {}

type ReadSuggestions = (view: View, continued: boolean) => Promise<readonly SuggestionItem[]>;

const suggestionsList = memoryList<SuggestionItem, ReadSuggestions>({
  name: 'mandate-suggestions',
  item: SuggestionItem,
  filters: ['reason', 'customerId', 'mandateId'],
  searched: ['customerId', 'mandateId'],
  groups: ['reason'],
  key: (suggestion) => [suggestionKey(suggestion)],
  all: (read, query) => read(query, query.cursor !== undefined),
});

/** Who at GoCardless looks like whom here, and who has nobody. GoCardless is asked, so there is no `asOf`. */
@ApiTags('Mandates')
@Controller('api/mandates/suggestions')
@Roles(...MAY.lookUpAtGoCardless)
export class SuggestionsController {
  constructor(
    private readonly chosenConnection: ChosenConnection,
    private readonly suggestions: Suggestions,
    private readonly views: Views,
  ) {}

  @Get()
  @AsksGoCardless()
  @ListOf(suggestionsList)
  @Named('list', suggestionsList.name)
  list(@ListRequest() request: ListRequest, @Caller() access: Access): Listed {
    return this.views.listFrom(this.readerOf(request), suggestionsList, request, access);
  }

  @Get('summary')
  @AsksGoCardless()
  @SummaryOf(suggestionsList)
  @Named('summarize', suggestionsList.name)
  summarize(@ListRequest() request: ListRequest, @Caller() access: Access): Promise<Answer<Summary>> {
    return this.views.summaryFrom(this.readerOf(request), suggestionsList, request, access);
  }

  private readerOf({ asOf }: ListRequest): ReadSuggestions {
    if (asOf !== undefined) {
      const message = 'is not known here: GoCardless says how it is now';
      throw invalid([{ field: 'asOf', code: 'not_known_here', message }]);
    }
    return async ({ connectionIds }, continued) => {
      const all: Suggestion[] = [];
      for (const { connectionId } of await this.chosenConnection.allOf(connectionIds)) {
        all.push(...(await this.suggestions.of(connectionId, continued)));
      }
      const { database } = this.views.source;
      const people = await customersOf(database, all);
      return all.map(({ customerId, mandateId, reason }) => {
        return { customerId, customerName: people.get(customerId)?.name ?? null, mandateId, reason };
      });
    };
  }
}
