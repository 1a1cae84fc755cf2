/** Ends the run with one plain line of counts, for people and programs that read only the end. */
module.exports = class ClosingLine {
  onRunComplete(_, { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites }) {
    // A suite that could not run at all has no tests to count: it is a failure all the same.
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    process.stderr.write(`Tests: ${numPassedTests} passed, ${failed} failed, ${numPendingTests} skipped\n`);
  }
};
