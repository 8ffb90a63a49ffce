/** One thin mojo a goal: Maven types in, a plain request out, outcomes to log lines and exceptions. */
package io.modeltracking.maven;
