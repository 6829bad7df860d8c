/** Tests that start virtual machines as memcmp does, one for each JDK and collector found, and read their recordings. */
package io.memcmp.child;
