/** Turns the bytes of a received file into registrations and credit records, or into faults that say what is wrong. */
@NullMarked
package org.shuangsuiji.ingest.reading;

import org.jspecify.annotations.NullMarked;
