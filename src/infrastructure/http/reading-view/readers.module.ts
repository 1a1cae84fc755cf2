import { Module } from '@nestjs/common';
import { Views } from './views';

/** Through which controllers read the read models. Needs the runtime's module. */
@Module({ providers: [Views], exports: [Views] })
export class ReadersModule {}
