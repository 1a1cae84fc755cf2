// Builds the screens for tests, when their sources have changed.
import { buildScreensWhenNeeded } from './build-when-needed.mjs';

buildScreensWhenNeeded();
