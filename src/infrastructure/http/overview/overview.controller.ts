import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { addDays, dateInZone } from '../../../domain/shared/calendar';
import { fields, optional } from '../../../fields/field';
import { currency, day } from '../../../fields/kinds';
import { timeZones } from '../../../read-models/connections/time-zones';
import { FORECAST_READ_MODELS, forecast, ForecastFields, type Range } from '../../../read-models/overview/forecast';
import { overview, OVERVIEW_READ_MODELS, OverviewFields } from '../../../read-models/overview/overview';
import { type CallerView } from '../../../read-models/view';
import { Access, Caller } from '../access/access';
import { MAY, Roles } from '../access/roles';
import { type Answer, answered } from '../answers/answer';
import { Reads } from '../answers/describe-address';
import { Operation } from '../answers/operation';
import { invalid } from '../errors/problem';
import { Reading } from '../requests/query-parameters';
import { Views } from '../views/views';

const USUAL_DAYS = 30;
const MAX_DAYS = 366;

export class ForecastFilters extends fields({
  currency: currency(),
  from: optional(day({ description: 'Today when left out.' })),
  to: optional(day({ description: `${USUAL_DAYS} days later when left out; ${MAX_DAYS} days later at most.` })),
}) {}

/** How things stand at a glance. */
@ApiTags('Overview')
@Controller('api')
@Roles(...MAY.readBooks)
export class OverviewController {
  constructor(private readonly views: Views) {}

  @Get('overview')
  @Operation('readOverview', 'Get how things stand at a glance')
  @Reads(OverviewFields)
  async overview(@Reading() reading: Reading, @Caller() access: Access): Promise<Answer<OverviewFields>> {
    const { view, ...seen } = await this.views.of(reading, access, OVERVIEW_READ_MODELS);
    return answered({ position: seen.position, ...(await overview(this.views.source, view)) }, seen);
  }

  @Get('forecast')
  @Operation(
    'readForecast',
    'Get what is expected at the bank, day by day',
    'Of payments that were sent, and of instalments that wait.',
  )
  @Reads(ForecastFields, { filters: ForecastFilters })
  async forecast(@Reading() reading: Reading, @Caller() access: Access): Promise<Answer<ForecastFields>> {
    const { filters } = reading;
    const [code] = filters['currency'] ?? [];
    if (typeof code !== 'string') throw invalid([{ field: 'currency', code: 'required', message: 'is missing' }]);
    const { view, ...seen } = await this.views.of(reading, access, FORECAST_READ_MODELS);
    const { database } = this.views.source;
    return answered(await forecast(database, view, code, await this.rangeOf(reading, view)), seen);
  }

  private async rangeOf({ filters, connectionId }: Reading, { now }: CallerView): Promise<Range> {
    const zones = await timeZones(this.views.source.database);
    const zone = connectionId === undefined ? [...zones.values()][0] : zones.get(connectionId);
    const dayOf = (name: 'from' | 'to'): string | undefined => {
      const [value] = filters[name] ?? [];
      return typeof value === 'string' ? value : undefined;
    };
    const from = dayOf('from') ?? dateInZone(now, zone ?? 'UTC');
    const to = dayOf('to') ?? addDays(from, USUAL_DAYS);
    if (to >= from && to <= addDays(from, MAX_DAYS)) return { from, to };
    throw invalid([{ field: 'to', code: 'out_of_range', message: `must be 0 to ${MAX_DAYS} days after from` }]);
  }
}
