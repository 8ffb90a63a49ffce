/** An old run again, and the verdict whether it is the same. */
package io.modeltracking.reproduce;
