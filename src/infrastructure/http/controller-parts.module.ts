import { Module } from '@nestjs/common';
import { ApplicationModule } from '../../application/application.module';
import { CustomersInReach } from './customers/customers-in-reach';
import { Views } from './reading-view/views';
import { LiveConnections } from './webhooks/live-connections';

/** What controllers are built from, beside the runtime's parts. */
@Module({
  imports: [ApplicationModule],
  providers: [CustomersInReach, LiveConnections, Views],
  exports: [ApplicationModule, CustomersInReach, LiveConnections, Views],
})
export class ControllerPartsModule {}
