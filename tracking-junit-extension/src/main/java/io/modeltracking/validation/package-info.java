/** Requirements and their verdicts: pure rules over what a run has logged. */
package io.modeltracking.validation;
