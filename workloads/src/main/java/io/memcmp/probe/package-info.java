/** The probe: writes into the recording what JFR does not know. The names are the recording contract. */
package io.memcmp.probe;
