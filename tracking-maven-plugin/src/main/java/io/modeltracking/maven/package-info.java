/** The goals: Maven's types in, a plain request out, outcomes to log lines and exceptions. */
package io.modeltracking.maven;
