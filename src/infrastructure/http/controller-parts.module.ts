import { Module } from '@nestjs/common';
import { ApplicationModule } from '../../application/application.module';
import { CustomersInScope } from './customers/customers-in-scope';
import { Views } from './views/views';
import { LiveConnections } from './webhooks/live-connections';

/** What controllers are built from, beside the runtime's parts. */
@Module({
  imports: [ApplicationModule],
  providers: [CustomersInScope, LiveConnections, Views],
  exports: [ApplicationModule, CustomersInScope, LiveConnections, Views],
})
export class ControllerPartsModule {}
