/** What a test class imports: {@link io.modeltracking.ModelExperiment} and its sisters, and what they inject. */
package io.modeltracking;
