package org.shuangsuiji.console;

import java.util.Arrays;
import org.shuangsuiji.console.office.VerifyLedgerCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Starts the console, the phone pages, the portal and the API; or verifies the ledger and ends. */
@SpringBootApplication(
        scanBasePackages = "org.shuangsuiji",
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@EntityScan("org.shuangsuiji")
@ConfigurationPropertiesScan("org.shuangsuiji")
public class Shuangsuiji {

    public static void main(String[] given) {
        String[] arguments = apart(given);
        if (Arrays.asList(arguments).contains(VerifyLedgerCommand.OPTION)) {
            System.exit(VerifyLedgerCommand.run(arguments));
        }
        SpringApplication.run(Shuangsuiji.class, arguments);
    }

    /**
     * Each option by itself. Maven's {@code -Dspring-boot.run.arguments} takes options apart at commas; who writes blanks
     * between them, as on any other command line, has them handed over as one.
     */
    static String[] apart(String... given) {
        return Arrays.stream(given)
                .flatMap(argument -> Arrays.stream(argument.strip().split("\\s+(?=--\\S)", -1)))
                .toArray(String[]::new);
    }
}
