/** The bundled workloads: what runs inside the measured virtual machine. */
package io.memcmp.workloads;
