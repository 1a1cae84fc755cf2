import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ApplicationModule } from '../application/application.module';
import { Background } from './background';
import { Health } from './health';
import { HTTP_CONTROLLERS, HttpModule } from '../infrastructure/http/http.module';
import { ControllerPartsModule } from '../infrastructure/http/controller-parts.module';
import { type Runtime, RuntimeModule } from './runtime.module';

/** The service, put together from its runtime. Its roles decide which addresses and workers this process has. */
@Module({})
export class AppModule {
  static with(runtime: Runtime): DynamicModule {
    const { roles } = runtime.configuration;
    return {
      module: AppModule,
      providers: [Background, Health],
      imports: [
        RuntimeModule.with(runtime),
        CqrsModule.forRoot(),
        ApplicationModule,
        HttpModule.with(roles.has('http') ? HTTP_CONTROLLERS : [], [ControllerPartsModule]),
      ],
    };
  }
}
