package io.modeltracking.search;

import java.util.SplittableRandom;

/** The kernels of a Parzen estimator along one slot; the last one is the prior. */
sealed interface Kernels permits NumericKernels, ChoiceKernels {

    /**
     * Adds each kernel's log density at a slot's value.
     *
     * @param floor where densities are masses, which only lower a sum, kernels that lie below are left as they are
     */
    void addLogDensity(double value, double[] perKernel, double floor);

    /** Whether densities are masses of steps, which cost the most. */
    boolean areMasses();

    /** The prior's log density at a slot's value. */
    double logPrior(double value);

    /** Draws a slot's value from one kernel. */
    double draw(int kernel, SplittableRandom random);

    static Kernels of(Layout.Slot slot, double[] observations) {
        return slot.isChoice()
                ? new ChoiceKernels(slot.choices(), observations)
                : NumericKernels.of(slot.axis(), observations);
    }
}
