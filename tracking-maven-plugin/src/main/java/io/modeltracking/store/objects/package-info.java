/** Files under keys: in an S3 bucket, or in a folder that several machines see. */
package io.modeltracking.store.objects;
