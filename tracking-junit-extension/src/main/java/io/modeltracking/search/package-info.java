/**
 * Search spaces, samplers, pruners and parameter importance: pure functions of a space, the trials so far, a trial number
 * and a seed.
 *
 * <p>Nothing here holds state, reads a clock or does I/O. The objective is always minimised; whoever maximises hands in
 * the negated value. The same arguments give the same proposal to the last bit on every machine: transcendental functions
 * come from {@link java.lang.StrictMath}, sorts are stable and random numbers come from {@link java.util.SplittableRandom}.
 */
package io.modeltracking.search;
