// Takes the pictures of the documentation anew: a playground with its month of business, seen by the browser at CHROMIUM_PATH, or by the one in the
// package.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import bundledChromium from '@sparticuz/chromium';
import { chromium } from 'playwright-core';
import { runPlayground, startPlayground } from './playground.mjs';

const FOLDER = 'docs/images';
const VIEWPORT = { width: 1200, height: 720 };

const directory = mkdtempSync(join(tmpdir(), 'direct-debit-pictures-'));

runPlayground(
  async (onEnd) => {
    const playground = await startPlayground({
      dataDirectory: directory,
      environment: {
        DATABASE_URL: '',
        EVENT_STORE: '',
        SIMULATOR_NOW: '2026-06-01T10:00:00.000Z',
        SIMULATOR_SEED: 'demo',
      },
      onEnd,
    });
    await playground.api('POST', '/simulator/month', {});
    while ((await playground.api('GET', '/simulator')).month.state === 'playing') await pause(500);
    await takePictures(playground.signInUrl);
    process.kill(process.pid, 'SIGTERM');
  },
  () => rmSync(directory, { recursive: true, force: true }),
);

async function takePictures(signInUrl) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH || (await bundledChromium.executablePath()),
    args: ['--headless', '--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await browser.newPage({ viewport: VIEWPORT, locale: 'en-GB', timezoneId: 'Europe/London' });
    await page.goto(signInUrl);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: `${FOLDER}/overview.png` });
  } finally {
    await browser.close();
  }
}
