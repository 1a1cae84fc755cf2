import { Module } from '@nestjs/common';
import { ApplicationModule } from '../../application/application.module';
import { CustomersInScope } from './customers/customers-in-scope';
import { PrintedReceipts } from './receipts/printed-receipts';
import { Views } from './views/views';
import { LiveConnections } from './webhooks/live-connections';

/** What controllers are built from, beside the runtime's parts. */
@Module({
  imports: [ApplicationModule],
  providers: [CustomersInScope, LiveConnections, PrintedReceipts, Views],
  exports: [ApplicationModule, CustomersInScope, LiveConnections, PrintedReceipts, Views],
})
export class ControllerPartsModule {}
