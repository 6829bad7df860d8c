/** What the benchmarks of memcmp itself record. No test runs it. */
package io.memcmp.bench;
