// Ends the output with one line that a machine can read: "N passed, N failed", and ", N skipped" when there are any.
export default class CountReporter {
  onRunComplete(_contexts, results) {
    // a spec file that does not even load counts as one failure
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    const counts = [
      `${results.numPassedTests} passed`,
      `${failed} failed`,
      ...(skipped > 0 ? [`${skipped} skipped`] : []),
    ];
    this.line = counts.join(', ');
    process.once('exit', () => process.stdout.write(`${this.line}\n`));
  }
}
