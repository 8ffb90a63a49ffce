/** Studies that several jobs search together: the build's side of the loopback. */
package io.modeltracking.shard;
