package org.shuangsuiji.console.shell;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.shuangsuiji.model.LedgerEvent;

/** The ledger events that a handler of a POST leads to; a handler that changes nothing says why. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Records {

    /** The events; empty only when nothing is changed. */
    LedgerEvent[] value();

    /** Why nothing is recorded, for example "a preview is not stored". */
    String nothingBecause() default "";
}
