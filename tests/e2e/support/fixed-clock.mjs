// Preloaded into the app's processes (NODE_OPTIONS=--import) when a test names a moment: the clock starts there and
// runs on from it, so that durations and time-outs stay true while every date the app writes is known.
const start = Date.parse(process.env.PILOTAGE_TEST_CLOCK ?? '');
if (Number.isNaN(start)) throw new Error('PILOTAGE_TEST_CLOCK is not a moment.');

const RealDate = Date;
const shift = start - RealDate.now();
globalThis.Date = class extends RealDate {
  constructor(...parts) {
    if (parts.length === 0) super(RealDate.now() + shift);
    else super(...parts);
  }

  static now() {
    return RealDate.now() + shift;
  }
};
