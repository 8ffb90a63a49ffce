/**
 * The page of the whole history, on this machine: {@code tracking:serve}. It only reads. The page is fixed files; its scripts
 * ask for JSON:
 *
 * <ul>
 *   <li>{@code GET /api/state}: {@code {"project", "plugin", "version", "running"}}; the version changes with the index
 *   <li>{@code GET /api/runs?filter=&order=&columns=&limit=&offset=&trials=1&archived=1}: {@code {"columns": [name, …],
 *       "runs": [{"id", "cells": [number or text or null, …]}], "more": boolean}}, or {@code {"empty": true}} before the
 *       first run; {@code /api/count} with the same question: {@code {"count"}}
 *   <li>{@code GET /api/names}: {@code {"attributes", "metrics", "params", "tags"}}, names of columns
 *   <li>{@code GET /api/experiments}, {@code GET /api/ledger?before=}, {@code GET /api/registry}
 *   <li>{@code GET /api/run?id=}, {@code /api/study?id=}, {@code /api/compare?ids=}: the blocks of
 *       {@link io.modeltracking.report.ServedData}
 *   <li>{@code GET /runs/<id>/artifacts/<name>}: a file that the run's journal lists, as it was recorded;
 *       {@code ?download=1} to save it
 * </ul>
 *
 * Times are milliseconds since 1970-01-01T00:00Z. A refusal is {@code {"error": "…"}} with the status 400, 404, 409 or 503.
 * Whatever a run holds is untrusted; no name of a URL reaches the file system but those that a journal lists.
 */
package io.modeltracking.serve;
