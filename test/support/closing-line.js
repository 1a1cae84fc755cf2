/** Ends the run with one plain line of counts, for people and programs that read only the end. */
module.exports = class ClosingLine {
  onRunComplete(_, { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites, testResults }) {
    // A suite that could not run at all has no tests to count: it is a failure all the same.
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    const counts = `Tests: ${numPassedTests} passed, ${failed} failed, ${numPendingTests} skipped`;
    process.stderr.write(
      `${counts}${screensWereLeftOut(testResults) ? '. THE SCREENS WERE NOT TESTED: NO BROWSER' : ''}\n`,
    );
  }
};

/** On machines other than Linux a browser must be installed; without one the tests of the screens are skipped. */
function screensWereLeftOut(testResults) {
  return testResults.some(
    ({ testFilePath, numPendingTests, numPassingTests, numFailingTests }) =>
      /[\\/]test[\\/]browser[\\/]/.test(testFilePath) && numPendingTests > 0 && numPassingTests + numFailingTests === 0,
  );
}
