/** Rules over the runs of a build. Pure: what is gated comes in, verdicts go out. */
package io.modeltracking.gate;
