package org.shuangsuiji.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The walls of the house (style guide, section 2). Each rule stands beside a small offender in the test sources which
 * it must reject: a rule that cannot fail is not a rule.
 */
class ModuleRulesTests {
    private static final String ROOT = "org.shuangsuiji";

    /** The four modules round the core, and the package of each. */
    private static final Map<String, String> MIDDLE =
            Map.of("ingest", "ingest", "risk", "risk", "sampling", "sampling", "publication", "publication");

    /** What each module exists for: JDK, shared words and its own kind only. */
    static final List<String> HEARTS = List.of(
            "org.shuangsuiji.ingest.reading",
            "org.shuangsuiji.ingest.duty",
            "org.shuangsuiji.risk.model",
            "org.shuangsuiji.risk.scoring",
            "org.shuangsuiji.sampling.draw",
            "org.shuangsuiji.sampling.digest",
            "org.shuangsuiji.sampling.canonical",
            "org.shuangsuiji.sampling.bundle",
            "org.shuangsuiji.publication.notice");

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages(ROOT);

    /** A rule of the house and a class that breaks it. */
    record Rule(String name, ArchRule rule, Class<?> offender) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Rule> rules() {
        return Stream.of(
                new Rule(
                        "core-model knows nobody",
                        noClasses()
                                .that()
                                .resideInAPackage("org.shuangsuiji.model..")
                                .should()
                                .dependOnClassesThat(resideInAPackage("org.shuangsuiji..")
                                        .and(not(resideInAPackage("org.shuangsuiji.model..")))),
                        org.shuangsuiji.model.offender.KnowsAModule.class),
                new Rule(
                        "the middle modules never know each other",
                        sideways(),
                        org.shuangsuiji.risk.offender.KnowsANeighbour.class),
                new Rule(
                        "a heart knows the JDK, the shared words and hearts of its own module",
                        hearts(),
                        org.shuangsuiji.sampling.draw.offender.HeartWithSpring.class),
                new Rule(
                        "only a store talks to the database",
                        noClasses()
                                .that()
                                .resideInAPackage("org.shuangsuiji..")
                                .and(not(resideInAnyPackage("..store..", "org.shuangsuiji.console.database..")))
                                .and(not(resideInAPackage("org.shuangsuiji.bench..")))
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(
                                        "java.sql..",
                                        "org.postgresql..",
                                        "org.springframework.jdbc..",
                                        "org.springframework.data.jpa..",
                                        "org.springframework.data.repository.."),
                        org.shuangsuiji.ingest.offender.FaceWithSql.class),
                new Rule(
                        "nobody outside a module opens its store",
                        foreignStores(),
                        org.shuangsuiji.publication.offender.OpensAForeignStore.class),
                new Rule(
                        "only the console speaks HTTP",
                        noClasses()
                                .that()
                                .resideInAPackage("org.shuangsuiji..")
                                .and(not(resideInAnyPackage("org.shuangsuiji.console..", "org.shuangsuiji.bench..")))
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(
                                        "jakarta.servlet..",
                                        "org.springframework.web..",
                                        "org.springframework.http..",
                                        "org.thymeleaf.."),
                        org.shuangsuiji.publication.offender.SpeaksHttp.class),
                new Rule(
                        "nobody asks for the time without a clock",
                        noClasses().should().callMethodWhere(nowWithoutClock()),
                        org.shuangsuiji.offender.AsksTheWall.class),
                new Rule(
                        "a name says what a thing is",
                        classes()
                                .that()
                                .resideInAPackage("org.shuangsuiji..")
                                .should()
                                .haveSimpleNameNotEndingWith("Util")
                                .andShould()
                                .haveSimpleNameNotEndingWith("Utils")
                                .andShould()
                                .haveSimpleNameNotEndingWith("Helper")
                                .andShould()
                                .haveSimpleNameNotEndingWith("Manager")
                                .andShould()
                                .haveSimpleNameNotEndingWith("Impl")
                                .andShould()
                                .haveSimpleNameNotEndingWith("Dto"),
                        org.shuangsuiji.offender.DateHelper.class));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void holdsInTheProduct(Rule rule) {
        rule.rule().check(PRODUCT);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void rejectsItsOffender(Rule rule) {
        JavaClasses offender = new ClassFileImporter().importClasses(rule.offender());
        assertThat(rule.rule().evaluate(offender).hasViolation()).isTrue();
    }

    private static ArchRule sideways() {
        return noClasses()
                .that()
                .resideInAnyPackage(
                        "org.shuangsuiji.ingest..",
                        "org.shuangsuiji.risk..",
                        "org.shuangsuiji.sampling..",
                        "org.shuangsuiji.publication..")
                .should(dependOnAnotherModule());
    }

    private static com.tngtech.archunit.lang.ArchCondition<JavaClass> dependOnAnotherModule() {
        return new com.tngtech.archunit.lang.ArchCondition<>("depend on another middle module or the console") {
            @Override
            public void check(JavaClass item, com.tngtech.archunit.lang.ConditionEvents events) {
                String own = module(item.getPackageName());
                item.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> {
                            String other = module(dependency.getTargetClass().getPackageName());
                            return (MIDDLE.containsKey(other) || other.equals("console")) && !other.equals(own);
                        })
                        .forEach(dependency -> events.add(new com.tngtech.archunit.lang.SimpleConditionEvent(
                                item, true, dependency.getDescription())));
            }
        };
    }

    private static ArchRule hearts() {
        return noClasses()
                .that(resideInAnyPackage(
                        HEARTS.stream().map(heart -> heart + "..").toArray(String[]::new)))
                .should(new com.tngtech.archunit.lang.ArchCondition<>("depend on more than JDK, core and hearts") {
                    @Override
                    public void check(JavaClass item, com.tngtech.archunit.lang.ConditionEvents events) {
                        String own = module(item.getPackageName());
                        item.getDirectDependenciesFromSelf().stream()
                                .filter(dependency -> !allowedInHeart(
                                        own, dependency.getTargetClass().getBaseComponentType()))
                                .forEach(dependency -> events.add(new com.tngtech.archunit.lang.SimpleConditionEvent(
                                        item, true, dependency.getDescription())));
                    }
                });
    }

    private static boolean allowedInHeart(String ownModule, JavaClass target) {
        String name = target.getPackageName();
        if (target.isPrimitive()
                || name.startsWith("org.shuangsuiji.model")
                || name.startsWith("org.jspecify.annotations")) {
            return true;
        }
        if (name.startsWith("java.") && !name.startsWith("java.sql")) {
            return !Set.of("java.util.Random", "java.security.SecureRandom", "java.util.concurrent.ThreadLocalRandom")
                    .contains(target.getName());
        }
        return module(name).equals(ownModule)
                && HEARTS.stream().anyMatch(heart -> name.equals(heart) || name.startsWith(heart + "."));
    }

    private static ArchRule foreignStores() {
        return noClasses()
                .that()
                .resideInAPackage("org.shuangsuiji..")
                .should(new com.tngtech.archunit.lang.ArchCondition<>("open the store of another module") {
                    @Override
                    public void check(JavaClass item, com.tngtech.archunit.lang.ConditionEvents events) {
                        String own = module(item.getPackageName());
                        item.getDirectDependenciesFromSelf().stream()
                                .filter(dependency ->
                                        isStore(dependency.getTargetClass().getPackageName()))
                                .filter(dependency -> !module(
                                                dependency.getTargetClass().getPackageName())
                                        .equals(own))
                                .forEach(dependency -> events.add(new com.tngtech.archunit.lang.SimpleConditionEvent(
                                        item, true, dependency.getDescription())));
                    }
                });
    }

    private static boolean isStore(String packageName) {
        return packageName.startsWith(ROOT + ".")
                && (packageName.endsWith(".store") || packageName.contains(".store."));
    }

    /** {@code sampling} for {@code org.shuangsuiji.sampling.draw}; empty for foreign packages. */
    private static String module(String packageName) {
        if (!packageName.startsWith(ROOT + ".")) {
            return "";
        }
        String rest = packageName.substring(ROOT.length() + 1);
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }

    private static DescribedPredicate<JavaMethodCall> nowWithoutClock() {
        return new DescribedPredicate<>("now() without a clock") {
            @Override
            public boolean test(JavaMethodCall call) {
                AccessTarget.MethodCallTarget target = call.getTarget();
                boolean time = target.getOwner().getPackageName().equals("java.time");
                return (time
                                && target.getName().equals("now")
                                && target.getRawParameterTypes().stream()
                                        .noneMatch(type -> type.getName().equals("java.time.Clock")))
                        || (target.getOwner().getName().equals("java.lang.System")
                                && target.getName().equals("currentTimeMillis"));
            }
        };
    }
}
