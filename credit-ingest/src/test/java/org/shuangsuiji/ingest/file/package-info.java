/** What is expected of each format, and builders of files that would be too large or too odd to keep. */
@org.jspecify.annotations.NullMarked
package org.shuangsuiji.ingest.file;
