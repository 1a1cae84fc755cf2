// For tests: the screens as they are in the sources now.
import { buildScreensWhenNeeded } from './build-when-needed.mjs';

buildScreensWhenNeeded();
