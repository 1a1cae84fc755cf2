import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ApplicationModule } from '../../application/application.module';
import { Playground } from '../simulator/playground';
import { CustomersInScope } from './customers/customers-in-scope';
import { PrintedReceipts } from './receipts/printed-receipts';
import { Views } from './views/views';
import { LiveConnections } from './webhooks/live-connections';

/** What controllers are built from, beside the runtime's parts. */
@Module({
  imports: [ApplicationModule, CqrsModule],
  providers: [CustomersInScope, LiveConnections, Playground, PrintedReceipts, Views],
  exports: [ApplicationModule, CustomersInScope, LiveConnections, Playground, PrintedReceipts, Views],
})
export class ControllerPartsModule {}
