package lab.tinynet.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The arrows of the design as rules. They speak of the packages below a root, so that the tests
/// can hold them against a small program that breaks every one of them.
///
/// @param root the package above `spec`, `engine`, …
record Architecture(String root) {
  /// Which packages a package may know, besides itself. `app` may know all.
  private static final Map<String, List<String>> MAY_KNOW =
      new TreeMap<>(
          Map.of(
              "spec", List.of(),
              "data", List.of("spec"),
              "telemetry", List.of("spec"),
              "session", List.of("spec", "telemetry"),
              "engine", List.of("spec", "data", "telemetry", "session"),
              "tutor", List.of("spec", "telemetry"),
              "homework", List.of("spec", "telemetry", "session", "tutor.answer"),
              "chart", List.of("telemetry"),
              "ui", List.of("spec", "data", "telemetry", "session", "tutor", "homework", "chart")));

  private static final String[] JAVAFX = {
    "javafx..", "com.sun.javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp.ikonli.."
  };

  static Set<String> packages() {
    return MAY_KNOW.keySet();
  }

  ArchRule arrowsOf(String name) {
    String[] known =
        Stream.concat(Stream.of(name), MAY_KNOW.get(name).stream())
            .map(this::within)
            .toArray(String[]::new);
    return classes()
        .that()
        .resideInAPackage(within(name))
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(known).or(not(resideInAPackage(root + ".."))))
        .as(name + " knows only itself and " + MAY_KNOW.get(name))
        .allowEmptyShould(true);
  }

  ArchRule noCycles() {
    return slices().matching(root + ".(*)..").should().beFreeOfCycles();
  }

  ArchRule onlyTheEngineSaysNd4j() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(within("engine"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.nd4j..", "org.bytedeco..");
  }

  ArchRule onlyChartUiAndAppSayJavaFx() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(within("chart"), within("ui"), within("app"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(JAVAFX);
  }

  /// The command line speaks with it, and starts no toolkit.
  ArchRule theCatalogueIsFreeOfJavaFx() {
    return noClasses()
        .that()
        .haveFullyQualifiedName(root + ".ui.text.Messages")
        .or()
        .haveFullyQualifiedName(root + ".ui.text.Language")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(JAVAFX);
  }

  ArchRule oneClassHandsWorkToTheFxThread() {
    return noClasses()
        .that()
        .haveNameNotMatching(root.replace(".", "\\.") + "\\.ui\\.FxThread(\\$.*)?")
        .should()
        .accessTargetWhere(target("javafx.application.Platform", "runLater"));
  }

  ArchRule noHiddenRandomness() {
    return noClasses()
        .should()
        .accessTargetWhere(target("java.lang.Math", "random"))
        .orShould()
        .accessTargetWhere(target("java.lang.StrictMath", "random"))
        .orShould()
        .accessTargetWhere(target("java.util.concurrent.ThreadLocalRandom", "current"))
        .orShould()
        .accessTargetWhere(target("java.util.Random", "<init>"))
        .orShould()
        .accessTargetWhere(target("java.util.SplittableRandom", "<init>"));
  }

  private String within(String name) {
    return root + "." + name + "..";
  }

  private static DescribedPredicate<JavaAccess<?>> target(String owner, String member) {
    return DescribedPredicate.describe(
        owner + "." + member,
        access ->
            access.getTargetOwner().getFullName().equals(owner)
                && access.getTarget().getName().equals(member));
  }
}
