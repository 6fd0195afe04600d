package dev.sigmoid;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

/** Arrows point down: web → format → service → math, grid. */
class ArchitectureTests {

	private static final JavaClasses MAIN = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("dev.sigmoid");

	@Test
	void mathKnowsTheJdkAlone() {
		classes().that()
			.resideInAPackage("..math..")
			.should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("dev.sigmoid.math..", "java.lang..", "java.math..", "org.jspecify..")
			.check(MAIN);
	}

}
