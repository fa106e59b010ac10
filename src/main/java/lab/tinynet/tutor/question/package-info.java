/// The question bank: what the tutor can ask, what a good answer says, which words mean what. All
/// of it is data in `assets/tutor`; here it is read, checked and held.
package lab.tinynet.tutor.question;
