/**
 * What a build shows of its runs: HTML, Markdown, JSON and OpenMetrics out of one {@link ReportInput}. The same input
 * gives the same bytes. Everything in a run is untrusted: it is only ever shown as text.
 */
package io.modeltracking.report;
