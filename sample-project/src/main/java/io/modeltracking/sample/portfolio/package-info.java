/** Makes the portfolio that ships with the sample: simulated policies with a known claim frequency, and claims. */
package io.modeltracking.sample.portfolio;
